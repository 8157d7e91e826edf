# language: vi
Tính năng: Có kết quả
  Giải quyết xong, kết quả được ghi vào hệ thống và chuyển về Một cửa để trả (Nghị định 61/2018/NĐ-CP,
  Điều 19 và 20).

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Ghi kết quả với số hiệu
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "10:00 09/10/2026"
    Và cán bộ ghi có kết quả số "12/KS"
    Thì hồ sơ đang ở bước "có kết quả, chờ trả"
    Và kết quả là "Giấy khai sinh" số "12/KS", có lúc "10:00 09/10/2026"
    Và lịch sử ghi thêm "Có kết quả"
    Và hẹn trả lúc "17:30 12/10/2026"

  Tình huống: Có kết quả rồi thì quá ngày hẹn cũng không phải xin lỗi
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ ghi có kết quả số "12/KS"
    Và đến "08:00 20/10/2026"
    Thì chưa có thư xin lỗi dự thảo nào

  Tình huống: Không ghi kết quả hai lần
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ ghi có kết quả số "12/KS"
    Và cán bộ ghi có kết quả số "13/KS"
    Thì chương trình nhắc "có kết quả, chờ trả nên không ghi kết quả được"

  Tình huống: Đang tạm dừng thì phải tiếp tục trước đã
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ tạm dừng để "chờ ý kiến của cơ quan khác"
    Và cán bộ ghi có kết quả số "12/KS"
    Thì chương trình nhắc "hãy chọn một trong các việc: tiếp tục giải quyết"
